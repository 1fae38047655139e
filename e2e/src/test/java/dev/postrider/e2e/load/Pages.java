package dev.postrider.e2e.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.e2e.check.Post;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A conversation as its pages show it. */
final class Pages {
    private static final int LIMIT = 200;

    private Pages() {}

    /** Every message behind the start of a run, newest page first. */
    static List<Post> since(Account reader, String conversation, CatchUp.Since since) throws IOException {
        List<Post> posts = new ArrayList<>();
        long before = Long.MAX_VALUE;
        boolean more = true;
        while (more && (before == Long.MAX_VALUE || !since.covers(conversation, before))) {
            JsonNode page = reader.get("/api/conversations/" + conversation.replace(":", "%3A")
                    + "/messages?types=message&limit=" + LIMIT + (before == Long.MAX_VALUE ? "" : "&before=" + before));
            for (JsonNode entry : page.path("messages")) {
                before = Math.min(before, entry.path("position").asLong());
                if (!since.covers(conversation, entry.path("position").asLong())) {
                    posts.add(Posts.of(entry));
                }
            }
            more = page.path("hasMore").asBoolean() && !page.path("messages").isEmpty();
        }
        return posts;
    }
}
