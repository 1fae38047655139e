package dev.postrider.e2e.check;

import dev.postrider.e2e.check.Sends.Send;
import java.util.ArrayList;
import java.util.List;

/** What holds for one message wherever it is shown: somebody sent just this, and was not told that it will never be. */
final class PostRules {
    private PostRules() {}

    static List<Violation> judge(Post post, Sends sends, String where) {
        Send send = sends.of(post.key());
        if (send == null) {
            return List.of(new Violation.Invented(post.place(), post.key(), where));
        }
        List<Violation> found = new ArrayList<>();
        if (!send.body.equals(post.body())) {
            found.add(new Violation.Corrupted(post.place(), post.key(), where));
        }
        send.refusal().ifPresent(code -> found.add(new Violation.SeenThoughRejected(post.key(), code, where)));
        return found;
    }
}
