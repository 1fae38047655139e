package dev.postrider.stack.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** Settings with secrets in them, written as a properties file that only its owner can read. */
final class PrivateFile {
    /** Above a jar's application.properties (250) and a config folder (260), below the environment (300). */
    private static final int ORDINAL = 290;

    private PrivateFile() {}

    static Path write(Path file, Map<String, String> settings) throws IOException {
        StringBuilder text =
                new StringBuilder("config_ordinal=").append(ORDINAL).append('\n');
        settings.forEach((key, value) ->
                text.append(key).append('=').append(escaped(value)).append('\n'));
        Files.createDirectories(file.getParent());
        Path beside = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, text);
        return Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Properties files know backslashes, SmallRye Config knows expressions. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("${", "\\\\${").replace("\n", "\\n");
    }
}
