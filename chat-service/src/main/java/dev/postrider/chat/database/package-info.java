/** The way to the tables that people's rooms, blocks and drafts stand in. */
@NullMarked
package dev.postrider.chat.database;

import org.jspecify.annotations.NullMarked;
