/** Schema files with the place of everything in them, and the checks that need no linking. */
package dev.gdwire.gen.schema;
