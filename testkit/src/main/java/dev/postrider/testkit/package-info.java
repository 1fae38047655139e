/** What tests of every module share; test scope only. */
@NullMarked
package dev.postrider.testkit;

import org.jspecify.annotations.NullMarked;
