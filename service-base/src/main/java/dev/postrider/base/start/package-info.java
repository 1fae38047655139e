/** Keeps an installation of production from starting on settings that are meant for one machine. */
@NullMarked
package dev.postrider.base.start;

import org.jspecify.annotations.NullMarked;
