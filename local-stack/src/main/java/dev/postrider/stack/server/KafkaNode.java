package dev.postrider.stack.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The main class of the Kafka process: formats the folder on the first start, then is Kafka. */
public final class KafkaNode {
    private KafkaNode() {}

    /** @param args the settings file */
    public static void main(String[] args) throws IOException {
        if (!formatted(Path.of(args[0]))) {
            String[] format = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", args[0]};
            int code = StorageTool.execute(format, System.out);
            if (code != 0) {
                System.exit(code);
            }
        }
        Kafka.main(args);
    }

    private static boolean formatted(Path settingsFile) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(settingsFile)) {
            settings.load(in);
        }
        return Files.exists(Path.of(settings.getProperty("log.dirs"), "meta.properties"));
    }
}
