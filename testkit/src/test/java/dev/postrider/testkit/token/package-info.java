@NullMarked
package dev.postrider.testkit.token;

import org.jspecify.annotations.NullMarked;
