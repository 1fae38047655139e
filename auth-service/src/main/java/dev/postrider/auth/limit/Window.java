package dev.postrider.auth.limit;

import java.time.Duration;

/** Kinds of attempts that are limited. */
enum Window {
    /** Sign-ins, registrations and resets of one address. */
    SIGN_INS("sign-ins", Duration.ofMinutes(1)),
    /** Wrong passwords for one account. */
    FAILURES("failures", Duration.ofHours(1));

    private final String label;
    private final Duration length;

    Window(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    String label() {
        return label;
    }

    Duration length() {
        return length;
    }
}
