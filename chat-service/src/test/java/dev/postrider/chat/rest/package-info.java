@NullMarked
package dev.postrider.chat.rest;

import org.jspecify.annotations.NullMarked;
