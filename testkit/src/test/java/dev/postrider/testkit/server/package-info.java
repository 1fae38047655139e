@NullMarked
package dev.postrider.testkit.server;

import org.jspecify.annotations.NullMarked;
