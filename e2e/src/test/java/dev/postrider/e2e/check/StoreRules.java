package dev.postrider.e2e.check;

import dev.postrider.e2e.check.Checker.ClientView;
import dev.postrider.e2e.check.Post.Key;
import dev.postrider.e2e.check.Post.Place;
import dev.postrider.e2e.check.Sends.Send;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** (conversation, position) and message, one to one over answers, clients, pages, database and log. */
final class StoreRules {
    private final List<Violation> found = new ArrayList<>();
    private final Map<Key, Post> stored = new HashMap<>();
    private final Map<Place, Post> places = new HashMap<>();
    private final Map<Place, Post> log = new HashMap<>();

    private StoreRules() {}

    static List<Violation> judge(Evidence evidence, Sends sends, List<ClientView> views) {
        StoreRules rules = new StoreRules();
        List<Post> rows = evidence.rows().stream()
                .filter(Evidence.Row::ofThisRun)
                .map(Evidence.Row::post)
                .toList();
        rules.database(rows, sends);
        evidence.log().forEach(post -> rules.log.put(post.place(), post));
        rules.pages(evidence.history(), rows.size(), sends);
        rules.answers(sends);
        views.forEach(view -> rules.view(view));
        return rules.found;
    }

    private void database(Collection<Post> rows, Sends sends) {
        for (Post row : rows) {
            Post other = stored.putIfAbsent(row.key(), row);
            if (other != null) {
                found.add(new Violation.Doubled(
                        row.key(), new TreeSet<>(List.of(row.position(), other.position())), "the database"));
            }
            places.put(row.place(), row);
            found.addAll(PostRules.judge(row, sends, "the database"));
        }
    }

    private void pages(Collection<Post> entries, int rows, Sends sends) {
        Map<Place, Post> shown = new HashMap<>();
        for (Post entry : entries) {
            shown.put(entry.place(), entry);
            agrees(entry, "a page");
            found.addAll(PostRules.judge(entry, sends, "a page"));
        }
        if (shown.size() < rows) {
            places.forEach((place, row) -> {
                if (!shown.containsKey(place)) {
                    found.add(new Violation.NotStored(place, row.key(), "pages"));
                }
            });
        }
    }

    private void answers(Sends sends) {
        for (Send send : sends.accepted()) {
            Post post = send.acceptedPost();
            agrees(post, "the answer");
            Post record = log.get(post.place());
            if (record == null || !record.sameContent(post)) {
                found.add(new Violation.NotInLog(post.place(), post.key()));
            }
        }
    }

    private void view(ClientView view) {
        String where = view.client().toString();
        view.screen().bubbles().forEach(bubble -> agrees(bubble, where));
    }

    /** The witness and the database speak of the same message at the same place. */
    private void agrees(Post post, String where) {
        Post row = stored.get(post.key());
        if (row == null) {
            found.add(new Violation.NotStored(post.place(), post.key(), "database"));
        } else if (row.position() != post.position()) {
            found.add(new Violation.TwoPositions(post.key(), row.position(), post.position(), where));
        }
        @Nullable Post there = places.get(post.place());
        if (there != null && !there.sameContent(post)) {
            found.add(new Violation.TwoMessages(post.place(), there.id(), post.id(), where));
        }
    }
}
