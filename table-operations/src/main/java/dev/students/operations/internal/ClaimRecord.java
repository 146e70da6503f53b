package dev.students.operations.internal;

import dev.students.operations.AddressClaim;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A claim on an address as bytes, for {@link SpilledGroups}. */
final class ClaimRecord {

  private ClaimRecord() {}

  static byte[] toBytes(AddressClaim claim) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(claim.student());
      out.writeUTF(claim.by().name());
      // Most often the form in the key is the normal form.
      out.writeUTF(claim.keyForm().equals(claim.address()) ? "=" : claim.keyForm());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static AddressClaim fromBytes(String address, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String student = in.readUTF();
      AddressClaim.By by = AddressClaim.By.valueOf(in.readUTF());
      String form = in.readUTF();
      return new AddressClaim(address, student, by, form.equals("=") ? address : form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
