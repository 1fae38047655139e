/** The durable past: everything from the log in the database, and pages, catch-up and unread out of it. */
@NullMarked
package dev.postrider.history;

import org.jspecify.annotations.NullMarked;
