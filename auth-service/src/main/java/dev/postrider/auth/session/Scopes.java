package dev.postrider.auth.session;

import dev.postrider.auth.account.Account;
import dev.postrider.base.identity.TokenClaims;
import dev.postrider.contracts.rest.User.UserRole;
import java.util.ArrayList;
import java.util.List;

/** What a person's own session may do: everything, and administrators a little more. */
final class Scopes {
    private static final List<String> PERSON = List.of("read", "send", "rooms", "feeds", "profile");

    private Scopes() {}

    static List<String> of(Account account) {
        List<String> scopes = new ArrayList<>(PERSON);
        if (account.role() == UserRole.admin) {
            scopes.add(TokenClaims.ADMIN);
        }
        return scopes;
    }
}
