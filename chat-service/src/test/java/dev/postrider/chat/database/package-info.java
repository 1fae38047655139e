@NullMarked
package dev.postrider.chat.database;

import org.jspecify.annotations.NullMarked;
