# Делегаты, и за чем может следить делегация.

delegate-person = Лицо
delegate-interests = Интересуется
delegate-add-interest = Добавить интерес
delegate-attends = Посещает, указано вручную
delegate-add-session = Добавить заседание
delegate-group = Группа, § 4.23

stakeholder-regulator = Регуляторный орган
stakeholder-policy-maker = Директивный орган
stakeholder-civil-society = Гражданское общество
stakeholder-academia = Академические организации
stakeholder-technical-community = Технические эксперты по вопросам интернета
stakeholder-youth = Молодежь
stakeholder-gender-equality = Гендерное равенство
