@NullMarked
package dev.postrider.testkit.time;

import org.jspecify.annotations.NullMarked;
