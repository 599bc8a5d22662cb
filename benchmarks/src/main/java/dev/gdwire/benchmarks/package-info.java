/** What Gdwire's hot paths cost, beside what people would use otherwise. Never published. */
@NullMarked
package dev.gdwire.benchmarks;

import org.jspecify.annotations.NullMarked;
