/** Waits for the declared topics and refuses to start on another partition count. */
@NullMarked
package dev.postrider.base.topic;

import org.jspecify.annotations.NullMarked;
