package dev.postrider.auth.password;

import dev.postrider.auth.session.SignedIn;

/**
 * Somebody who has come in.
 *
 * @param known by which cookie a browser is known from now on
 */
record Entrance(SignedIn in, String known) {}
