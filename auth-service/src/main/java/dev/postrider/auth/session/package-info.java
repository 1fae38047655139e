/** Signing in, staying signed in, and ending it everywhere. */
@NullMarked
package dev.postrider.auth.session;

import org.jspecify.annotations.NullMarked;
