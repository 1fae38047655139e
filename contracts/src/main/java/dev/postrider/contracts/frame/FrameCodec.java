package dev.postrider.contracts.frame;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Frames to and from their JSON text. Thread-safe; holds nothing. */
public final class FrameCodec {
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final ObjectReader TREE = MAPPER.readerFor(JsonNode.class);
    private static final ObjectWriter SERVER = MAPPER.writerFor(ServerFrame.class);
    private static final ObjectWriter CLIENT = MAPPER.writerFor(ClientFrame.class);
    /** Refused rather than ignored: whoever sends one believes that it arrives. */
    private static final String RESERVED = "attachments";

    /** Each with all that Jackson has to look up about its record. */
    private static final Map<String, ObjectReader> CLIENT_TYPES = clientTypes();

    private FrameCodec() {}

    /** A client's frame, or how to refuse it. */
    public sealed interface Reading {
        record Good(ClientFrame frame) implements Reading {}

        record Refused(ServerFrame.Rejected answer) implements Reading {}
    }

    /** Reads, judges and normalises one text frame; never throws on foreign input. */
    public static Reading readClient(String text) {
        JsonNode node;
        try {
            node = TREE.readTree(text);
        } catch (StreamReadException notJson) {
            return refused(null, null, RejectCode.INVALID, "not JSON" + placeOf(notJson));
        } catch (IOException unexpected) {
            return refused(null, null, RejectCode.INVALID, "not readable");
        }
        if (!node.isObject()) {
            return refused(null, null, RejectCode.INVALID, "a frame is a JSON object");
        }
        String id = textAt(node, "id");
        String type = textAt(node, "type");
        if (type == null) {
            return refused(id, null, RejectCode.INVALID, "type: is missing");
        }
        ObjectReader kind = CLIENT_TYPES.get(type);
        if (kind != null && node.has(RESERVED)) {
            return refused(id, type, RejectCode.INVALID, RESERVED + ": is not part of this version");
        }
        return kind == null ? refused(id, type, RejectCode.UNKNOWN_TYPE, "no such frame") : bind(node, kind, id, type);
    }

    /** Not in the parser's own words: they name its settings and classes. */
    private static String placeOf(StreamReadException notJson) {
        JsonLocation place = notJson.getLocation();
        return place == null ? "" : ": line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    private static Reading bind(JsonNode node, ObjectReader kind, @Nullable String id, String type) {
        ClientFrame frame;
        try {
            frame = kind.readValue(node);
        } catch (JsonMappingException wrongField) {
            return refused(id, type, RejectCode.INVALID, fieldOf(wrongField) + ": has the wrong type");
        } catch (IOException wrong) {
            return refused(id, type, RejectCode.INVALID, "not readable");
        }
        ClientFrame normal = FrameCheck.normalised(frame);
        return FrameCheck.fault(normal)
                .<Reading>map(fault -> refused(id, type, fault.code(), fault.detail()))
                .orElseGet(() -> new Reading.Good(normal));
    }

    /** The text of a server's frame in UTF-8. */
    public static byte[] write(ServerFrame frame) {
        try {
            return SERVER.writeValueAsBytes(frame);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The text of a client's frame: for clients, tests and tools. */
    public static String write(ClientFrame frame) {
        try {
            return CLIENT.writeValueAsString(frame);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * A server's frame from its text: for clients, tests and tools.
     *
     * @throws UncheckedIOException where the text is no frame of this version
     */
    public static ServerFrame readServer(byte[] text) {
        try {
            return MAPPER.readValue(text, ServerFrame.class);
        } catch (IOException foreign) {
            throw new UncheckedIOException(foreign);
        }
    }

    private static Reading refused(@Nullable String id, @Nullable String of, RejectCode code, String detail) {
        return new Reading.Refused(new ServerFrame.Rejected(short64(id), short64(of), code, detail, null));
    }

    private static @Nullable String short64(@Nullable String text) {
        return text == null || text.length() <= 64 ? text : text.substring(0, 64);
    }

    private static @Nullable String textAt(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isTextual() ? value.textValue() : null;
    }

    private static String fieldOf(JsonMappingException wrong) {
        String name =
                wrong.getPath().isEmpty() ? null : wrong.getPath().getFirst().getFieldName();
        return name == null ? "frame" : name;
    }

    private static Map<String, ObjectReader> clientTypes() {
        Map<String, ObjectReader> types = new HashMap<>();
        FrameTypes.client().forEach((name, kind) -> types.put(name, MAPPER.readerFor(kind)));
        return Map.copyOf(types);
    }
}
