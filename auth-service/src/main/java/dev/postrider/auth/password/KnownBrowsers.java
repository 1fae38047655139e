package dev.postrider.auth.password;

import dev.postrider.auth.account.Account;
import dev.postrider.auth.key.KeySeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Browsers in which somebody has proved an account's present password. Their failures are counted apart from those of
 * strangers: whoever fails at an account from elsewhere, until it waits, keeps out strangers and not its owner.
 * <ul>
 *   <li>The cookie opens nothing and names nobody; it ends with the password that was proved.
 *   <li>All known browsers of an account are counted together: however many cookies are stolen, one window more.
 * </ul>
 */
@ApplicationScoped
class KnownBrowsers {
    /** For how long a browser is known after its last sign-in. */
    static final Duration LIFE = Duration.ofDays(365);

    private static final int COOKIE_CHARS_MAX = 100;

    private final KeySeal seal;
    private final Clock clock;

    KnownBrowsers(KeySeal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** The cookie's value for a browser in which this account's present password has just been proved or set. */
    String cookie(Account account) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        return until + "." + signature(account, until);
    }

    /** Whether such a cookie was given for this account and its present password. */
    boolean knows(@Nullable Account account, @Nullable String cookie) {
        if (account == null || cookie == null || cookie.length() > COOKIE_CHARS_MAX) {
            return false;
        }
        int dot = cookie.indexOf('.');
        if (dot < 0 || !cookie.substring(0, dot).matches("[0-9]{1,12}")) {
            return false;
        }
        long until = Long.parseLong(cookie.substring(0, dot));
        return until > clock.instant().getEpochSecond()
                && MessageDigest.isEqual(bytes(signature(account, until)), bytes(cookie.substring(dot + 1)));
    }

    private String signature(Account account, long until) {
        return seal.sign("browser " + account.id() + " " + until + " " + account.passwordHash());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
