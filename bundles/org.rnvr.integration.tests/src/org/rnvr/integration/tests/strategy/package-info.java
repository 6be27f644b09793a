/** What the bundle of a third party's strategy consists of; the test packs it into a jar of its own and installs that. */
package org.rnvr.integration.tests.strategy;
