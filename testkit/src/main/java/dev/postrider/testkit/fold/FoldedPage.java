package dev.postrider.testkit.fold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a careful client holds of one conversation: a page, and every event since folded over it (protocol rule 13). */
public final class FoldedPage {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Set<String> OF_THE_LIVING =
            Set.of("body", "reactions", "edited", "pinned", "mentions", "everyone", "key", "value", "data");
    private static final Set<String> LINES = Set.of("joined", "left", "role", "room");

    private final TreeMap<Long, ObjectNode> messages = new TreeMap<>();

    /** Takes the entries of a page. */
    public FoldedPage page(JsonNode entries) {
        entries.forEach(message -> messages.put(message.path("position").asLong(), normal(message)));
        return this;
    }

    /** Folds frames in the order given. */
    public void events(JsonNode frames) {
        frames.forEach(this::event);
    }

    /** By position; reactions by emoji and sorted users, replies by their number. */
    public TreeMap<Long, ObjectNode> messages() {
        return messages;
    }

    /** Folds one frame. */
    public void event(JsonNode event) {
        String type = event.path("type").asText();
        if (type.equals("message")) {
            ObjectNode message = normal(event);
            messages.put(event.path("position").asLong(), message);
            replied(message, 1);
            return;
        }
        if (LINES.contains(type)) {
            messages.putIfAbsent(event.path("position").asLong(), normal(event));
            return;
        }
        ObjectNode target = messages.get(event.path("target").asLong(-1));
        if (target == null || target.has("deleted")) {
            return;
        }
        switch (type) {
            case "edited" -> edited(target, event);
            case "deleted" -> deleted(target, event);
            case "reacted" -> reacted(target, event);
            case "pinned" -> pinned(target, event);
            default -> throw new IllegalStateException(type);
        }
    }

    private static void edited(ObjectNode target, JsonNode event) {
        int before = target.path("edited").path("count").asInt(0);
        target.set("body", event.path("body"));
        target.remove("mentions");
        if (event.has("mentions")) {
            target.set("mentions", event.path("mentions"));
        }
        target.set(
                "edited",
                NODES.objectNode()
                        .put("count", before + 1)
                        .put("at", event.path("at").asText()));
    }

    private void deleted(ObjectNode target, JsonNode event) {
        target.remove(OF_THE_LIVING);
        target.set("deleted", by(event));
        replied(target, -1);
    }

    private static void reacted(ObjectNode target, JsonNode event) {
        ObjectNode reactions = target.withObject("/reactions");
        String emoji = event.path("emoji").asText();
        TreeSet<String> users = new TreeSet<>();
        reactions.path(emoji).forEach(user -> users.add(user.asText()));
        String from = event.path("from").asText();
        if (event.path("on").asBoolean()) {
            users.add(from);
        } else {
            users.remove(from);
        }
        put(reactions, emoji, users);
        if (reactions.isEmpty()) {
            target.remove("reactions");
        }
    }

    private static void pinned(ObjectNode target, JsonNode event) {
        if (event.path("on").asBoolean()) {
            target.set("pinned", by(event));
        } else {
            target.remove("pinned");
        }
    }

    private void replied(JsonNode reply, int by) {
        ObjectNode root = messages.get(reply.path("thread").asLong(-1));
        if (root != null) {
            int count = root.path("replyCount").asInt(0) + by;
            root.remove("replyCount");
            if (count > 0) {
                root.put("replyCount", count);
            }
        }
    }

    private static ObjectNode normal(JsonNode message) {
        ObjectNode normal = message.deepCopy();
        normal.remove("change");
        JsonNode reactions = normal.remove("reactions");
        if (reactions != null) {
            ObjectNode byEmoji = normal.putObject("reactions");
            for (JsonNode one : reactions) {
                TreeSet<String> users = new TreeSet<>();
                one.path("users").forEach(user -> users.add(user.asText()));
                put(byEmoji, one.path("emoji").asText(), users);
            }
        }
        JsonNode replies = normal.remove("replies");
        if (replies != null) {
            normal.put("replyCount", replies.path("count").asInt());
        }
        return normal;
    }

    private static void put(ObjectNode reactions, String emoji, TreeSet<String> users) {
        reactions.remove(emoji);
        if (!users.isEmpty()) {
            var array = reactions.putArray(emoji);
            users.forEach(array::add);
        }
    }

    private static ObjectNode by(JsonNode event) {
        return NODES.objectNode()
                .put("at", event.path("at").asText())
                .put("by", event.path("from").asText());
    }
}
