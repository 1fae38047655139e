package dev.postrider.auth.account;

import dev.postrider.contracts.rest.User;

/** Body {@code {user}}. */
record OneUser(User user) {}
