package dev.postrider.contracts.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.Conversation;
import dev.postrider.contracts.rest.Draft;
import dev.postrider.contracts.rest.Entry;
import dev.postrider.contracts.rest.Page;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rest.Room;
import dev.postrider.contracts.rest.SyncAnswer;
import dev.postrider.contracts.rest.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes every generated file of the contracts, below the repository's root given as the only argument. */
public final class Generate {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build());
    private static final DefaultPrettyPrinter INDENT = new DefaultPrettyPrinter()
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private Generate() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Path from the repository's root → content. */
    static Map<String, String> files() throws JsonProcessingException {
        Model published = new Model(List.of(
                ClientFrame.class,
                ServerFrame.class,
                Event.class,
                Entry.class,
                User.class,
                PresenceState.class,
                Room.class,
                Draft.class,
                Conversation.class,
                Page.class,
                SyncAnswer.class,
                Problem.class));
        JsonNode asyncApi = new AsyncApiWriter(published).document();
        Map<String, String> files = new TreeMap<>();
        files.put("contracts/generated/frames.schema.json", json(new SchemaWriter(published, "#/$defs/").document()));
        files.put("contracts/generated/asyncapi.yaml", YAML.writeValueAsString(asyncApi));
        files.put("contracts/generated/asyncapi.json", json(asyncApi));
        files.put("contracts/generated/protocol.md", new PageWriter(published).text());
        files.put(
                "contracts/generated/control.schema.json",
                json(new SchemaWriter(new Model(List.of(ControlRecord.class)), "#/$defs/").document()));
        files.put("client-ts/src/generated/protocol.ts", new TypeScriptWriter(published).text());
        return files;
    }

    private static String json(JsonNode node) throws JsonProcessingException {
        return new ObjectMapper().writer(INDENT).writeValueAsString(node) + "\n";
    }
}
