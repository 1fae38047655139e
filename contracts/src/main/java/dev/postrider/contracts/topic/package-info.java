/** Where a record goes: topics, partitions, channels, and the positions read back from them. */
@NullMarked
package dev.postrider.contracts.topic;

import org.jspecify.annotations.NullMarked;
