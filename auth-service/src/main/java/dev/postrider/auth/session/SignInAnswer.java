package dev.postrider.auth.session;

import dev.postrider.contracts.rest.User;
import org.jspecify.annotations.Nullable;

/** Body of a successful sign-in or refresh; tokens stand in it only where no cookies carry them. */
public record SignInAnswer(
        User user,
        long expiresInSeconds,
        @Nullable String accessToken,
        @Nullable String refreshToken,
        @Nullable String ticket) {

    /** For browsers: the tokens travel as cookies. */
    public static SignInAnswer withCookies(SignedIn in) {
        return new SignInAnswer(in.user(), in.expiresInSeconds(), null, null, null);
    }

    /** For programs. */
    public static SignInAnswer withTokens(SignedIn in) {
        return new SignInAnswer(in.user(), in.expiresInSeconds(), in.accessToken(), in.refreshToken(), null);
    }

    SignInAnswer andTicket(SignedIn in) {
        return new SignInAnswer(user, expiresInSeconds, accessToken, refreshToken, in.ticket());
    }
}
