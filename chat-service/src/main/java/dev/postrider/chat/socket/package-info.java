/** A frame enters and leaves: the upgrade, the endpoint, and what each frame sets in motion. */
@NullMarked
package dev.postrider.chat.socket;

import org.jspecify.annotations.NullMarked;
