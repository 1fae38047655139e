/** What a signed-in session carries: access tokens, refresh tokens, tickets, cookies. */
@NullMarked
package dev.postrider.auth.token;

import org.jspecify.annotations.NullMarked;
