package school.service;

import dev.students.data.AwardId;
import dev.students.data.AwardOutcome;
import dev.students.data.EmailAddress;
import dev.students.data.EmailTakenException;
import dev.students.data.InvalidValueException;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentStore;
import dev.students.data.StudentStoreException;
import dev.students.data.XpAward;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Students over HTTP. What the store refuses becomes a problem detail, without personal data. */
@RestController
@RequestMapping("/students")
public class StudentController {

  private final StudentStore students;

  StudentController(StudentStore students) {
    this.students = students;
  }

  record Enrolment(String firstName, String lastName, String email) {}

  record StudentView(String id, String firstName, String lastName, long xp) {
    static StudentView of(Student student) {
      return new StudentView(
          student.id().value(),
          student.firstName().value(),
          student.lastName().value(),
          student.xp());
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  StudentView enrol(@RequestBody Enrolment enrolment) {
    return StudentView.of(
        students.create(
            NewStudent.of(
                PersonName.of(enrolment.firstName()),
                PersonName.of(enrolment.lastName()),
                EmailAddress.of(enrolment.email()))));
  }

  @GetMapping("/{id}")
  StudentView get(@PathVariable String id) {
    StudentId studentId = StudentId.of(id);
    return students
        .findById(studentId)
        .map(StudentView::of)
        .orElseThrow(() -> new StudentNotFoundException(studentId));
  }

  /** PUT, since an award's id makes it count once, however often the request is repeated. */
  @PutMapping("/{id}/awards/{awardId}")
  AwardOutcome award(
      @PathVariable String id, @PathVariable String awardId, @RequestBody long amount) {
    return students.awardXp(StudentId.of(id), XpAward.of(AwardId.of(awardId), amount));
  }

  @ExceptionHandler
  ProblemDetail refused(StudentStoreException refusal) {
    HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
    if (refusal instanceof StudentNotFoundException) {
      status = HttpStatus.NOT_FOUND;
    } else if (refusal instanceof EmailTakenException) {
      status = HttpStatus.CONFLICT;
    } else if (refusal instanceof InvalidValueException) {
      status = HttpStatus.BAD_REQUEST;
    }
    return ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
  }
}
