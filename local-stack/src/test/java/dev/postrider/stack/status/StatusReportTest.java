package dev.postrider.stack.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.stack.part.Part;
import dev.postrider.stack.process.Child;
import dev.postrider.stack.process.Launch;
import dev.postrider.stack.process.ProcessRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void runningPartsTellPidAndHealthOthersAreDown() throws IOException {
        ProcessRecords records = ProcessRecords.in(folder);
        Child child = Child.start(Launch.of("redis", List.of("sleep", "1000"), folder.resolve("redis.log")));
        try {
            records.write(child);

            JsonNode told = json(StatusReport.of(List.of(part("redis", true), part("kafka", true)), records));

            assertEquals(JSON.readTree("""
                            [{"part": "redis", "pid": %d, "port": 7, "health": "up", "log": "/x/redis.log"},
                             {"part": "kafka", "pid": null, "port": 7, "health": "down", "log": "/x/kafka.log"}]
                            """.formatted(child.pid())), told);
            assertEquals(
                    "starting",
                    json(StatusReport.of(List.of(part("redis", false)), records))
                            .path(0)
                            .path("health")
                            .textValue());
        } finally {
            child.kill();
        }
    }

    private static JsonNode json(List<PartStatus> parts) throws IOException {
        return JSON.readTree(StatusReport.json(parts));
    }

    private static Part part(String name, boolean ready) {
        Path log = Path.of("/x", name + ".log");
        return new Part(
                name, 7, List.of(), log, () -> Launch.of(name, List.of("true"), log), () -> ready, Duration.ZERO);
    }
}
