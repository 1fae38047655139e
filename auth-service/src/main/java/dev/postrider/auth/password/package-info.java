/** Passwords are hashed slowly, on few threads, compared in equal time, and never kept. */
@NullMarked
package dev.postrider.auth.password;

import org.jspecify.annotations.NullMarked;
