package dev.postrider.testkit.fold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.frame.ServerFrame;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A careful client: it holds pages as of a position, and every event it heard of by position, live or in a sync; what
 * it shows is the one with the later of the others folded over it. Everything may come twice and in any order.
 */
public final class CarefulClient {
    private final Source source;
    private final Recording recording;
    private final Map<String, Held> held = new TreeMap<>();
    private @Nullable String cursor;

    public CarefulClient(Source source, Recording recording) {
        this.source = source;
        this.recording = recording;
    }

    /** Where it asks. Answers are as the contract has them; anything else throws. */
    public interface Source {
        JsonNode sync(@Nullable String cursor, String through);

        /** Two hundred entries, before a position or the newest. */
        JsonNode page(String conversation, @Nullable Long before, String through);
    }

    /** Hears what is done to a client, in order. */
    public interface Recording {
        Recording NONE = (kind, about, what) -> {};

        /** @param kind sync, page or live; {@code about} the page asked for, {@code id before}, else empty */
        void done(String kind, String about, JsonNode what);
    }

    /** What is held of one conversation. */
    private static final class Held {
        final TreeMap<Long, JsonNode> page = new TreeMap<>();
        final TreeMap<Long, JsonNode> events = new TreeMap<>();
        final Map<String, JsonNode> marks = new HashMap<>();
        long asOf = -1;
        long marksAsOf = -1;
    }

    /** What is shown of one conversation. */
    public record Shown(Map<Long, ObjectNode> entries, Map<String, String> marks) {}

    /** A live frame. */
    public void hears(Event event) {
        JsonNode frame = json(event);
        recording.done("live", "", frame);
        hears(event.conversation(), frame);
    }

    private void hears(String conversation, JsonNode frame) {
        held.computeIfAbsent(conversation, id -> new Held())
                .events
                .putIfAbsent(frame.path("position").asLong(), frame);
    }

    /** Catches up as far as {@code through}. */
    public CarefulClient syncs(String through) {
        JsonNode answer;
        do {
            answer = source.sync(cursor, through);
            recording.done("sync", "", answer);
            answer.path("conversations").forEach(one -> takes(one, through));
            cursor = answer.path("cursor").asText();
        } while (answer.path("behind").asBoolean());
        return this;
    }

    /** By conversation. */
    public Map<String, Shown> shows() {
        Map<String, Shown> shown = new TreeMap<>();
        held.forEach((id, one) -> {
            if (!id.startsWith("me:")) {
                shown.put(id, shown(one));
            }
        });
        return shown;
    }

    private void takes(JsonNode changed, String through) {
        String id = changed.path("id").asText();
        if (changed.path("gone").asBoolean()) {
            held.remove(id);
            return;
        }
        if (changed.path("limited").asBoolean()) {
            Held before = held.put(id, new Held());
            if (before != null) {
                held.get(id)
                        .events
                        .putAll(before.events.tailMap(changed.path("asOf").asLong(), false));
            }
        }
        changed.path("events").forEach(frame -> hears(id, frame));
        if (changed.has("marks")) {
            Held one = held.computeIfAbsent(id, any -> new Held());
            one.marks.clear();
            changed.path("marks")
                    .forEach(mark -> one.marks.put(mark.path("user").asText(), mark));
            one.marksAsOf = changed.path("asOf").asLong();
        }
        if (changed.path("limited").asBoolean() && !id.startsWith("me:")) {
            loads(id, through);
        }
    }

    /** Every page of it, from the newest back. */
    private void loads(String id, String through) {
        Held one = held.computeIfAbsent(id, any -> new Held());
        long asOf = Long.MAX_VALUE;
        Long before = null;
        boolean more;
        do {
            JsonNode page = source.page(id, before, through);
            recording.done("page", before == null ? id : id + " " + before, page);
            for (JsonNode entry : page.path("messages")) {
                one.page.put(entry.path("position").asLong(), entry);
            }
            asOf = Math.min(asOf, page.path("asOf").asLong());
            before = one.page.isEmpty() ? null : one.page.firstKey();
            more = page.path("hasMore").asBoolean();
        } while (more);
        one.asOf = asOf;
    }

    private static Shown shown(Held one) {
        FoldedPage folded = new FoldedPage();
        folded.page(Json.mapper().createArrayNode().addAll(one.page.values()));
        one.events.tailMap(one.asOf, false).values().forEach(folded::event);
        Map<String, String> marks = new TreeMap<>();
        one.marks.forEach((user, mark) -> marks.put(
                user, mark.path("read").asLong() + " " + mark.path("delivered").asLong()));
        one.events.tailMap(one.marksAsOf, false).values().forEach(event -> marked(event, marks));
        return new Shown(folded.messages(), marks);
    }

    /** The last reading counts; what has reached a device stays so. */
    private static void marked(JsonNode event, Map<String, String> marks) {
        String type = event.path("type").asText();
        if (!Set.of("read", "delivered").contains(type)) {
            return;
        }
        String[] old = marks.getOrDefault(event.path("from").asText(), "-1 -1").split(" ");
        long upTo = Math.min(event.path("upTo").asLong(), event.path("position").asLong());
        long delivered = Math.max(Long.parseLong(old[1]), upTo);
        marks.put(event.path("from").asText(), (type.equals("read") ? upTo : old[0]) + " " + delivered);
    }

    private static JsonNode json(Event event) {
        try {
            return parsed(Json.mapper().writerFor(ServerFrame.class).writeValueAsString(event));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}
