package dev.postrider.e2e.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.e2e.check.Post;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client's cursor and its calls of {@code GET /api/sync}, on a thread beside the client's, so that live frames and
 * sends go on. What an answer held is kept together with its cursor. Thread-safe.
 */
final class CatchUp {
    private static final long PAUSE_MILLIS = 500;

    private final Account account;
    private final Since since;
    private final Consumer<Mail> mailbox;
    private final List<Post> found = new ArrayList<>();
    private @Nullable String cursor;
    private @Nullable Thread thread;
    private String through = "";
    private int socket;
    private boolean wanted;
    private boolean ended;

    /** The end of the log when the run began: what stood before is not asked for. */
    record Since(LogVector start) {
        boolean covers(String conversation, long position) {
            return position < start.positionAt(LogPartitions.of(conversation));
        }
    }

    CatchUp(Account account, Since since, Consumer<Mail> mailbox) {
        this.account = account;
        this.since = since;
        this.mailbox = mailbox;
    }

    /** Catches up to {@code end}, and says so to the mailbox; the newest question wins. */
    synchronized void ask(int forSocket, String end) {
        through = end;
        socket = forSocket;
        wanted = true;
        if (thread == null && !ended) {
            thread = Thread.ofVirtual().start(this::work);
        }
    }

    /** What was found since the last call. */
    List<Post> take() {
        synchronized (found) {
            List<Post> taken = List.copyOf(found);
            found.clear();
            return taken;
        }
    }

    /** No more questions; returns when the one under way has been answered. */
    void end() {
        Thread running;
        synchronized (this) {
            ended = true;
            wanted = false;
            running = thread;
        }
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        while (true) {
            String end;
            int forSocket;
            synchronized (this) {
                if (!wanted) {
                    thread = null;
                    return;
                }
                wanted = false;
                end = through;
                forSocket = socket;
            }
            if (good(end)) {
                mailbox.accept(new Mail.Synced(forSocket, true));
            } else {
                again();
            }
        }
    }

    private boolean good(String end) {
        try {
            return once(end);
        } catch (IOException away) {
            return false;
        }
    }

    private void again() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            wanted |= !ended;
        }
    }

    /** One question; true where the answer reaches as far as asked. */
    boolean once(String end) throws IOException {
        JsonNode answer;
        try {
            answer = account.get("/api/sync?through=" + end + (cursor == null ? "" : "&cursor=" + encoded(cursor)));
        } catch (Web.RefusedException refused) {
            if (refused.status() == 410) {
                cursor = null;
            }
            throw refused;
        }
        boolean first = cursor == null;
        List<Post> posts = new ArrayList<>();
        for (JsonNode changed : answer.path("conversations")) {
            String id = changed.path("id").asText();
            if (changed.path("limited").asBoolean() && !id.startsWith("me:") && !first(id, changed, first)) {
                posts.addAll(pages(id));
            }
            changed.path("events").forEach(event -> {
                if (event.path("type").asText().equals("message") && ofThisRun(event)) {
                    posts.add(Posts.of(event));
                }
            });
        }
        synchronized (found) {
            found.addAll(posts);
        }
        cursor = answer.path("cursor").asText();
        return !answer.path("behind").asBoolean();
    }

    /** Nothing of this run in it. */
    private boolean first(String conversation, JsonNode changed, boolean first) {
        return first && since.covers(conversation, changed.path("asOf").asLong());
    }

    /** A history that is still behind gives a cursor of before the run, and later what stood before it. */
    private boolean ofThisRun(JsonNode event) {
        return !since.covers(
                event.path("conversation").asText(), event.path("position").asLong());
    }

    /** All pages of this run, newest first. */
    private List<Post> pages(String conversation) throws IOException {
        return Pages.since(account, conversation, since);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
