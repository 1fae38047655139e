package dev.postrider.chat.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.rest.RoomChange.Visibility;
import dev.postrider.contracts.rest.Settings;
import java.io.UncheckedIOException;
import java.util.Locale;

/** How a room's fields stand in its columns. */
final class RoomWords {
    private static final ObjectMapper MAPPER = Json.mapper();

    private RoomWords() {}

    static String of(Visibility visibility) {
        return visibility.name().toLowerCase(Locale.ROOT);
    }

    static Visibility visibility(String word) {
        return Visibility.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String of(Settings settings) {
        try {
            return MAPPER.writeValueAsString(settings);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Settings settings(String json) {
        try {
            return MAPPER.readValue(json, Settings.class);
        } catch (JsonProcessingException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}
