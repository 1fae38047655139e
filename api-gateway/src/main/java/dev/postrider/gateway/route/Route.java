package dev.postrider.gateway.route;

import dev.postrider.gateway.limit.Share;
import java.util.List;
import java.util.Set;

/**
 * One line of the table.
 *
 * @param methods those it is for; empty for all that the gateway knows
 * @param pattern segments; {@code *} is any one segment, {@code **} at the end is any number of them, none included
 */
public record Route(Set<String> methods, List<String> pattern, Target target, Access access, Share share) {
    boolean isFor(String method, List<String> segments) {
        return (methods.isEmpty() || methods.contains(method)) && isForPath(segments);
    }

    boolean isForPath(List<String> segments) {
        boolean open = !pattern.isEmpty() && pattern.getLast().equals("**");
        int fixed = open ? pattern.size() - 1 : pattern.size();
        if (open ? segments.size() < fixed : segments.size() != fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!pattern.get(i).equals("*") && !pattern.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }
}
