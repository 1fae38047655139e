package dev.postrider.history.page;

import dev.postrider.base.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A place in the list of conversations, which is ordered by newest activity and then by id; opaque to clients. */
public record ListPlace(long lastAt, String conversation) {
    public static final ListPlace TOP = new ListPlace(Long.MAX_VALUE, "");

    static ListPlace of(@Nullable String text) {
        if (text == null) {
            return TOP;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int blank = plain.indexOf(' ');
            return new ListPlace(Long.parseLong(plain.substring(0, blank)), plain.substring(blank + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException foreign) {
            throw ProblemException.invalid("after", "form", "is not what next said");
        }
    }

    String text() {
        String plain = lastAt + " " + conversation;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
