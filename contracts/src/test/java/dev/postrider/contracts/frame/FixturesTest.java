package dev.postrider.contracts.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.postrider.contracts.control.ControlCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FixturesTest {
    private static final ObjectMapper JSON = Json.mapper();
    private static final Path FIXTURES = Path.of("fixtures");
    private static final Path SCHEMA = Path.of("generated/frames.schema.json");

    @TestFactory
    Stream<DynamicTest> clientFrameSurvivesTheRoundTrip() throws IOException {
        return each("client", text -> {
            var good = assertInstanceOf(FrameCodec.Reading.Good.class, FrameCodec.readClient(text));
            return FrameCodec.write(good.frame());
        });
    }

    @TestFactory
    Stream<DynamicTest> serverFrameSurvivesTheRoundTrip() throws IOException {
        return each("server", text -> utf8(FrameCodec.write(FrameCodec.readServer(text.getBytes()))));
    }

    @TestFactory
    Stream<DynamicTest> logRecordSurvivesTheRoundTrip() throws IOException {
        return each("log", text -> {
            var good = assertInstanceOf(LogCodec.Reading.Good.class, LogCodec.read(text.getBytes(), 42, Instant.EPOCH));
            assertEquals(42, good.event().position());
            return utf8(LogCodec.write(good.event()));
        });
    }

    @TestFactory
    Stream<DynamicTest> controlRecordSurvivesTheRoundTrip() throws IOException {
        return each(
                "control",
                text -> utf8(
                        ControlCodec.write(ControlCodec.read(text.getBytes()).orElseThrow())));
    }

    @TestFactory
    Stream<DynamicTest> restBodySurvivesTheRoundTrip() throws IOException {
        return files("rest")
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Class<?> type = Class.forName("dev.postrider.contracts.rest." + stem(file));
                    JsonNode expected = JSON.readTree(file.toFile());
                    assertEquals(expected, JSON.readTree(JSON.writeValueAsString(JSON.readValue(file.toFile(), type))));
                }));
    }

    @TestFactory
    Stream<DynamicTest> fixtureKeepsThePublishedSchema() throws IOException {
        return Stream.of("client", "server", "rest").flatMap(FixturesTest::schemaChecks);
    }

    @Test
    void everyFrameAndEventHasItsFixture() throws IOException {
        assertEquals(FrameTypes.client().keySet(), stems("client"));
        assertEquals(FrameTypes.server().keySet(), stems("server"));
        assertEquals(FrameTypes.events().keySet(), stems("log"));
    }

    private static Stream<DynamicTest> schemaChecks(String folder) {
        try {
            JsonNode document = JSON.readTree(SCHEMA.toFile());
            var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
            return files(folder)
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                        String name = switch (folder) {
                            case "client" -> "ClientFrame";
                            case "server" -> "ServerFrame";
                            default -> stem(file);
                        };
                        JsonNode root = ((com.fasterxml.jackson.databind.node.ObjectNode) document.deepCopy())
                                .put("$ref", "#/$defs/" + name);
                        var faults = factory.getSchema(root).validate(JSON.readTree(file.toFile()));
                        assertTrue(faults.isEmpty(), faults::toString);
                    }));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<DynamicTest> each(String folder, UnaryOperator<String> roundTrip) throws IOException {
        return files(folder)
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    String text = Files.readString(file);
                    assertEquals(JSON.readTree(text), JSON.readTree(roundTrip.apply(text)));
                }));
    }

    private static Stream<Path> files(String folder) throws IOException {
        return Files.list(FIXTURES.resolve(folder)).sorted();
    }

    private static Set<String> stems(String folder) throws IOException {
        return files(folder).map(FixturesTest::stem).collect(Collectors.toSet());
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
}
