package dev.postrider.auth.account;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rule.Ulids;
import java.util.Arrays;
import java.util.List;

/** The parameter {@code ids}: user ids with commas between. */
final class UserIdList {
    private UserIdList() {}

    /** The ids without repeats; 400 for anything else or more than {@code most}. */
    static List<String> parse(String ids, int most) {
        List<String> parsed = Arrays.stream(ids.split(",", most + 2))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (parsed.size() > most || !parsed.stream().allMatch(Ulids::isUlid)) {
            throw ProblemException.invalid(
                    "ids", "invalid", "must be 1 to %d user ids with commas between".formatted(most));
        }
        return parsed;
    }
}
