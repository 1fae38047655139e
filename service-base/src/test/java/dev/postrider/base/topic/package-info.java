/** Topics that are kept in too few copies stop the start. */
@NullMarked
package dev.postrider.base.topic;

import org.jspecify.annotations.NullMarked;
