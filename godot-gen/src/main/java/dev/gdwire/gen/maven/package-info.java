/** The Maven plugin. */
package dev.gdwire.gen.maven;
