/** Where one message went, told to whoever collects traces; off by default, and then nothing but a comparison. */
@NullMarked
package dev.postrider.base.trace;

import org.jspecify.annotations.NullMarked;
