/** Reads the control topic from its retained start and hands every record to whoever listens. */
@NullMarked
package dev.postrider.base.control;

import org.jspecify.annotations.NullMarked;
