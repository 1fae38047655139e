/** Genuine tokens without an auth-service: a test key, its key set, and the users it knows. */
@NullMarked
package dev.postrider.testkit.token;

import org.jspecify.annotations.NullMarked;
