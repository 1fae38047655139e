package dev.postrider.e2e.check;

import dev.postrider.e2e.check.Evidence.UnreadClaim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Unread = messages behind the mark that are not one's own, exact to 999. Nothing is deleted in these runs. */
final class UnreadRules {
    private static final int MORE = 1_000;

    private UnreadRules() {}

    static List<Violation> judge(Evidence evidence) {
        Map<String, List<Post>> rows = new HashMap<>();
        evidence.rows()
                .forEach(row -> rows.computeIfAbsent(row.post().conversation(), c -> new ArrayList<>())
                        .add(row.post()));
        List<Violation> found = new ArrayList<>();
        for (UnreadClaim claim : evidence.unread()) {
            int counted = (int) Math.min(
                    MORE,
                    rows.getOrDefault(claim.conversation(), List.of()).stream()
                            .filter(row -> row.position() > claim.readPosition())
                            .filter(row -> !row.from().equals(claim.user()))
                            .count());
            if (counted != claim.unread()) {
                found.add(new Violation.WrongUnread(claim.user(), claim.conversation(), claim.unread(), counted));
            }
        }
        return found;
    }
}
