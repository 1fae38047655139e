@NullMarked
package dev.postrider.testkit.client;

import org.jspecify.annotations.NullMarked;
