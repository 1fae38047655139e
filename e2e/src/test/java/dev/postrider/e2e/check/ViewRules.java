package dev.postrider.e2e.check;

import dev.postrider.e2e.check.Checker.ClientView;
import dev.postrider.e2e.check.Sends.Send;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What each client was shown: all of it, only it, once. */
final class ViewRules {
    private ViewRules() {}

    static List<Violation> judge(Evidence evidence, Sends sends, List<ClientView> views) {
        List<Violation> found = new ArrayList<>();
        List<Send> accepted = sends.accepted();
        List<Post> untold = untold(evidence, sends);
        for (ClientView view : views) {
            if (!view.client().left()) {
                complete(evidence, accepted, view, found);
                equalToHistory(evidence, untold, view, found);
            }
            honest(evidence, sends, view, found);
            bubbles(view, found);
        }
        return found;
    }

    /** The client that sent it knows it by the answer; every other one of a member must have been shown it. */
    private static void complete(Evidence evidence, List<Send> accepted, ClientView view, List<Violation> found) {
        for (Send send : accepted) {
            boolean member = membersOf(evidence, send.key.conversation())
                    .contains(view.client().user());
            if (member && send.client != view.client() && !view.screen().shows(send.key)) {
                found.add(new Violation.Lost(
                        send.acceptedPost().place(), send.key, view.client().toString()));
            }
        }
    }

    /** What history holds though its sender never heard so: who left for good has left it behind. */
    private static List<Post> untold(Evidence evidence, Sends sends) {
        return evidence.rows().stream()
                .filter(Evidence.Row::ofThisRun)
                .map(Evidence.Row::post)
                .filter(row -> {
                    Send send = sends.of(row.key());
                    return send != null && send.accepted == null;
                })
                .toList();
    }

    private static void equalToHistory(Evidence evidence, List<Post> untold, ClientView view, List<Violation> found) {
        for (Post row : untold) {
            boolean member = membersOf(evidence, row.conversation())
                    .contains(view.client().user());
            if (member && !view.screen().shows(row.key())) {
                found.add(new Violation.Missed(
                        row.place(), row.key(), view.client().toString()));
            }
        }
    }

    private static void honest(Evidence evidence, Sends sends, ClientView view, List<Violation> found) {
        String where = view.client().toString();
        view.client().shown().distinct().forEach(post -> {
            if (!membersOf(evidence, post.conversation()).contains(view.client().user())) {
                found.add(new Violation.Leaked(post.place(), post.key(), where));
            }
            found.addAll(PostRules.judge(post, sends, where));
        });
    }

    private static void bubbles(ClientView view, List<Violation> found) {
        Map<String, Post> byId = new HashMap<>();
        for (Post bubble : view.screen().bubbles()) {
            Post other = byId.putIfAbsent(bubble.id(), bubble);
            if (other != null) {
                found.add(new Violation.Doubled(
                        bubble.key(),
                        new TreeSet<>(List.of(bubble.position(), other.position())),
                        view.client().toString()));
            }
        }
    }

    private static Set<String> membersOf(Evidence evidence, String conversation) {
        return evidence.members().getOrDefault(conversation, Set.of());
    }
}
