package dev.postrider.auth.session;

import java.time.Instant;

/** A session as its owner sees it. */
record SessionView(
        String id,
        UserSession.Kind kind,
        String device,
        String address,
        Instant createdAt,
        Instant lastSeenAt,
        boolean current) {}
