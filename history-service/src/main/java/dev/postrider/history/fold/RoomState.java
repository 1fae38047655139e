package dev.postrider.history.fold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rest.Settings;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A room's own fields as registers: for each the highest change number wins. Immutable, and always in the order of their
 * names: the text that is stored is compared after a rebuild, which another process may have done.
 */
public record RoomState(Map<String, Field> fields) {
    private static final ObjectMapper MAPPER = Json.mapper();

    private static final String DELETED = "deleted";

    public static final RoomState UNKNOWN = new RoomState(Map.of());

    /** A field's value and the change that set it. */
    public record Field(long change, JsonNode value) {}

    public RoomState {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public static RoomState parse(String json) {
        try {
            return MAPPER.readValue(json, RoomState.class);
        } catch (JsonProcessingException torn) {
            throw new UncheckedIOException(torn);
        }
    }

    public String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Of a room that was deleted, that is all that stays known, whatever else is told of it. */
    public RoomState with(RoomChange changed, long change) {
        if (fields.containsKey(DELETED)) {
            return this;
        }
        return changed.ends()
                ? new RoomState(Map.of(DELETED, new Field(change, BooleanNode.TRUE)))
                : together(changed, change);
    }

    private RoomState together(RoomChange changed, long change) {
        Map<String, Field> next = new TreeMap<>(fields);
        ObjectNode given = MAPPER.valueToTree(changed);
        given.properties()
                .forEach(field -> next.merge(
                        field.getKey(),
                        new Field(change, field.getValue()),
                        (old, one) -> one.change() > old.change() ? one : old));
        return new RoomState(next);
    }

    /** All that is known of the room. */
    public RoomChange present() {
        ObjectNode values = MAPPER.createObjectNode();
        fields.forEach((name, field) -> values.set(name, field.value()));
        return MAPPER.convertValue(values, RoomChange.class);
    }

    /** True where members see only what came after their own joining. */
    public boolean joinedOnly() {
        Settings settings = present().settings();
        return settings != null && settings.history() == Settings.Visible.joined;
    }
}
