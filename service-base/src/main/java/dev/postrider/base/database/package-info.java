/** A service starts and serves what it can while its database is away. */
@NullMarked
package dev.postrider.base.database;

import org.jspecify.annotations.NullMarked;
