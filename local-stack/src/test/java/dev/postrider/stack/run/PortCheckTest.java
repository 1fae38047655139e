package dev.postrider.stack.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postrider.stack.part.Part;
import dev.postrider.stack.part.Part.PortUse;
import dev.postrider.stack.process.Launch;
import dev.postrider.stack.server.FreePorts;
import dev.postrider.stack.settings.SettingsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void takenPortIsNamedWithThePartAndTheMend() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Part part = part("api-gateway", other.getLocalPort(), "choose another with --port");

            SettingsException refused = assertThrows(SettingsException.class, () -> PortCheck.check(List.of(part)));

            assertEquals(
                    "Port %d, which api-gateway needs, is taken by another program: choose another with --port."
                            .formatted(other.getLocalPort()),
                    refused.getMessage());
        }
    }

    @Test
    void portWantedTwiceNamesBothParts() {
        int port = FreePorts.take();

        SettingsException refused = assertThrows(
                SettingsException.class,
                () -> PortCheck.check(List.of(part("kafka", port, "x"), part("redis", port, "set redis.port"))));

        assertEquals("Port %d is wanted by kafka and redis: set redis.port.".formatted(port), refused.getMessage());
    }

    @Test
    void freePortsAreFine() {
        assertDoesNotThrow(() -> PortCheck.check(List.of(part("redis", FreePorts.take(), "x"))));
    }

    private static Part part(String name, int port, String change) {
        return new Part(
                name,
                port,
                List.of(new PortUse(port, change)),
                Path.of("log"),
                () -> Launch.of(name, List.of("true"), Path.of("log")),
                () -> true,
                Duration.ZERO);
    }
}
