package dev.postrider.auth.password;

import org.jspecify.annotations.Nullable;

/** A registration whose fields are all right. */
record NewAccount(
        String username,
        String displayName,
        String password,
        @Nullable String invite) {}
